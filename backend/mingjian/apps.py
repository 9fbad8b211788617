"""The product as one Django application: it connects every stage when any process starts."""

from django.apps import AppConfig


class MingjianConfig(AppConfig):
    """Comes last in ``INSTALLED_APPS``: wiring needs every stage's models."""

    name = "mingjian"
    label = "mingjian"

    def ready(self) -> None:
        from mingjian import wiring

        wiring.connect()
