import { account } from "./account";
import { cases } from "./cases";
import { guides } from "./guides";
import { programmes } from "./programmes";
import { tools } from "./tools";
import { training } from "./training";
import { home } from "./home";
import { imports } from "./imports";
import { information } from "./information";
import { jobs } from "./jobs";
import { journal } from "./journal";
import { organisations } from "./organisations";
import { people } from "./people";
import { risk } from "./risk";
import { role } from "./role";
import { rulePacks } from "./rulePacks";
import { settings } from "./settings";
import { setup } from "./setup";
import { shell } from "./shell";
import { signature } from "./signature";
import { signin } from "./signin";
import { sites } from "./sites";
import { surveys } from "./surveys";
import { time } from "./time";
import { ui } from "./ui";

export const en = {
  account,
  cases,
  guides,
  programmes,
  tools,
  training,
  home,
  imports,
  information,
  jobs,
  journal,
  organisations,
  people,
  risk,
  role,
  rulePacks,
  settings,
  setup,
  shell,
  signature,
  signin,
  sites,
  surveys,
  time,
  ui,
};
