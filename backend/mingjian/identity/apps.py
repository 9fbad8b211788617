from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "mingjian.identity"
    label = "identity"

    def ready(self) -> None:
        """Read the matrix at once: a cell it does not understand stops the start."""
        from mingjian.identity.matrix import matrix

        matrix()
