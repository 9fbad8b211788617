from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "mingjian.kit.files"
    label = "files"
