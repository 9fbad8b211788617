import { account } from "./account";
import { jobs } from "./jobs";
import { people } from "./people";
import { role } from "./role";
import { shell } from "./shell";
import { signin } from "./signin";
import { ui } from "./ui";

export const zh = { account, jobs, people, role, shell, signin, ui };
