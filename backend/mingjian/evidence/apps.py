from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "mingjian.evidence"
    label = "evidence"
