import { useLocation } from "preact-iso";

interface OpenedTaskAddress {
  openedId: string | undefined;
  open: (taskId: string) => void;
  close: () => void;
}

/** Which task's details are open stands in the address, so a link leads to them. */
export function useOpenedTask(): OpenedTaskAddress {
  const { path, query, route } = useLocation();
  return {
    openedId: query.task,
    open: (taskId) => route(`${path}?task=${encodeURIComponent(taskId)}`, true),
    close: () => route(path, true),
  };
}
