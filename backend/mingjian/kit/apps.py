from django.apps import AppConfig

from mingjian.kit.database import log_slow_writes


class KitConfig(AppConfig):
    name = "mingjian.kit"
    label = "kit"

    def ready(self) -> None:
        log_slow_writes()
