"""What an outline can become: each module here is a product and holds its `PRODUCT`; a further one is a new file."""
