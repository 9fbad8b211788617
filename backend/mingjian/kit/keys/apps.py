from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "mingjian.kit.keys"
    label = "keys"
