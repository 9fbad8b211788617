"""``/api/identity``: logins, invitations and guest links."""
