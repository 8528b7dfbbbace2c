export { disableUser } from "./disableUser.ts";
export { enableUser } from "./enableUser.ts";
export { setRole } from "./setRole.ts";
export { signOutEverywhere } from "./signOutEverywhere.ts";
export { syncAccount } from "./syncAccount.ts";
