"""``./run``: checks the place, sets up, then watches over the product's processes."""
