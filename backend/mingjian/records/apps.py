from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "mingjian.records"
    label = "records"
