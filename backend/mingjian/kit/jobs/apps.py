from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "mingjian.kit.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Every process knows every job: the page needs titles, the worker schedules."""
        autodiscover_modules("jobs")
