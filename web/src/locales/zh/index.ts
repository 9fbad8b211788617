import { account } from "./account";
import { applications } from "./applications";
import { cases } from "./cases";
import { home } from "./home";
import { imports } from "./imports";
import { jobs } from "./jobs";
import { journal } from "./journal";
import { organisations } from "./organisations";
import { people } from "./people";
import { role } from "./role";
import { rulePacks } from "./rulePacks";
import { settings } from "./settings";
import { setup } from "./setup";
import { shell } from "./shell";
import { signature } from "./signature";
import { signin } from "./signin";
import { sites } from "./sites";
import { time } from "./time";
import { ui } from "./ui";

export const zh = {
  account,
  applications,
  cases,
  home,
  imports,
  jobs,
  journal,
  organisations,
  people,
  role,
  rulePacks,
  settings,
  setup,
  shell,
  signature,
  signin,
  sites,
  time,
  ui,
};
