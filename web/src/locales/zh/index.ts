import { account } from "./account";
import { applications } from "./applications";
import { cases } from "./cases";
import { checklists } from "./checklists";
import { competence } from "./competence";
import { deletion } from "./deletion";
import { evidence } from "./evidence";
import { external } from "./external";
import { feasibility } from "./feasibility";
import { guides } from "./guides";
import { home } from "./home";
import { impartiality } from "./impartiality";
import { imports } from "./imports";
import { information } from "./information";
import { invoices } from "./invoices";
import { jobs } from "./jobs";
import { journal } from "./journal";
import { keeping } from "./keeping";
import { keys } from "./keys";
import { organisations } from "./organisations";
import { parcels } from "./parcels";
import { people } from "./people";
import { plan } from "./plan";
import { programmes } from "./programmes";
import { records } from "./records";
import { redaction } from "./redaction";
import { requests } from "./requests";
import { risk } from "./risk";
import { role } from "./role";
import { rooms } from "./rooms";
import { rulePacks } from "./rulePacks";
import { sampling } from "./sampling";
import { schedule } from "./schedule";
import { settings } from "./settings";
import { setup } from "./setup";
import { shell } from "./shell";
import { signature } from "./signature";
import { signin } from "./signin";
import { sites } from "./sites";
import { surveys } from "./surveys";
import { team } from "./team";
import { time } from "./time";
import { tools } from "./tools";
import { training } from "./training";
import { transfer } from "./transfer";
import { ui } from "./ui";

export const zh = {
  account,
  applications,
  cases,
  checklists,
  competence,
  deletion,
  evidence,
  external,
  feasibility,
  guides,
  home,
  impartiality,
  imports,
  information,
  invoices,
  jobs,
  journal,
  keeping,
  keys,
  organisations,
  parcels,
  people,
  plan,
  programmes,
  records,
  redaction,
  requests,
  risk,
  role,
  rooms,
  rulePacks,
  sampling,
  schedule,
  settings,
  setup,
  shell,
  signature,
  signin,
  sites,
  surveys,
  team,
  time,
  tools,
  training,
  transfer,
  ui,
};
