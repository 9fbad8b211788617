"""Mingjian 明鉴: stages in the order of an audit; a stage imports only earlier ones."""
