"""Order, courtesy, naming, law and statistics: rules as data, and the one small engine that reads words by them."""
