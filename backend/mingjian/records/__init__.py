"""Record editor, search, retention, dossier export, backup and restore."""
