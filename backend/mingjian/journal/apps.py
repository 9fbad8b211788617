from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "mingjian.journal"
    label = "journal"
