import { account } from "./account";
import { role } from "./role";
import { shell } from "./shell";
import { signin } from "./signin";
import { ui } from "./ui";

export const en = { account, role, shell, signin, ui };
