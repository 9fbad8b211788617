from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "mingjian.programme"
    label = "programme"
