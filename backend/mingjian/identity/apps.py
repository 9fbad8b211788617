from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "mingjian.identity"
    label = "identity"
