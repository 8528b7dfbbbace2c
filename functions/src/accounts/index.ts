export { deleteAccount } from "./deleteAccount.ts";
export { exportMyData } from "./exportMyData.ts";
export { keepAccount } from "./keepAccount.ts";
