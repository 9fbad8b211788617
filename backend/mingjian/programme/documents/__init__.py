"""Documents of planning: templates beside the code that fills them."""
