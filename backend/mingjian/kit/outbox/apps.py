from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "mingjian.kit.outbox"
    label = "outbox"
