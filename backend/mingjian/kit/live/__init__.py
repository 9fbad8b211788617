"""Live updates: what changed, told to open pages within a second; never what it is now.

``topics`` says what is told and to whom, ``news`` reads the change feed and asks for
every follower's rights again, ``hub`` polls once per process, ``socket`` is ``/ws``.
"""
