"""Words as they are said: what is written as a figure, a short form or an initialism takes its time to say."""
