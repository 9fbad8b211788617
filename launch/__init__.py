"""The commands ``./run``, ``./test`` and ``./bench``: set-up, supervision and checks.

Everything outside ``launch/inside`` runs on a bare Python before any dependency
exists, so it imports the standard library only; ``launch/inside`` runs in the
installation's own virtual environment.
"""
