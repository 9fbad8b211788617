"""Tenants, people, memberships, sign-in and the role × object matrix."""
