"""Applications, survey, feasibility, risk, audit time, plan, team, rule packs."""
