from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "mingjian.kit.mail"
    label = "mail"
