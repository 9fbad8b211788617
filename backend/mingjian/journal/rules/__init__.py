"""The journal's arithmetic: pure functions over text and bytes, no database, no clock."""
