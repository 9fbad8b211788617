import { account } from "./account";
import { jobs } from "./jobs";
import { people } from "./people";
import { role } from "./role";
import { shell } from "./shell";
import { signin } from "./signin";
import { ui } from "./ui";

export const en = { account, jobs, people, role, shell, signin, ui };
