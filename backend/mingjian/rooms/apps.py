from django.apps import AppConfig


class RoomsConfig(AppConfig):
    name = "mingjian.rooms"
    label = "rooms"
