"""Parts of set-up that need the installation's libraries; run by ``backend/.venv``."""
