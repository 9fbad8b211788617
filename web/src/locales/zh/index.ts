import { account } from "./account";
import { cases } from "./cases";
import { checklists } from "./checklists";
import { home } from "./home";
import { imports } from "./imports";
import { jobs } from "./jobs";
import { journal } from "./journal";
import { organisations } from "./organisations";
import { people } from "./people";
import { plan } from "./plan";
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
  cases,
  checklists,
  home,
  imports,
  jobs,
  journal,
  organisations,
  people,
  plan,
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
