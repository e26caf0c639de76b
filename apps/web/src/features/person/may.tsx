"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Permission } from "@/server/permissions";

const Granted = createContext<readonly Permission[]>([]);

/** Says what the person at this page may do; the server asks again with every change. */
export function GrantedPermissions({
  permissions,
  children,
}: {
  permissions: readonly Permission[];
  children: ReactNode;
}) {
  return <Granted value={permissions}>{children}</Granted>;
}

/** Everything the person may do, which is all that they can give away. */
export const usePermissions = () => useContext(Granted);

/** Whether the person may do this, so that a control can be absent or say why it is off. */
export const useMay = (permission: Permission) => useContext(Granted).includes(permission);
