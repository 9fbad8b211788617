from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "mingjian.kit.jobs"
    label = "jobs"
