import type { Locator, Page } from "@playwright/test";

/** The row of one station on the stations list. */
export const stationRow = (page: Page, identity: string): Locator =>
  page.getByRole("grid", { name: "Stations" }).getByRole("row", { name: identity });

/** The mark of a connector, by its number and its word. */
export const connectorMark = (place: Locator, label: string, state: string): Locator =>
  place.getByRole("img", { name: `Connector ${label}: ${state}`, exact: true });

/** A connector's card on its station's page. */
export const connectorCard = (page: Page, label: string, state: string): Locator =>
  page.getByRole("article", { name: `Connector ${label}: ${state}`, exact: true });

/** Opens the list narrowed to some stations, so that neighbours' stations do not push them out of sight. */
export const openList = (page: Page, text: string) => page.goto(`/stations?q=${encodeURIComponent(text)}`);

/** The life of a command in the tray at the foot, which has to be shown before. */
export const trayRow = (page: Page, identity: string, title: string): Locator =>
  page
    .getByRole("region", { name: "Commands" })
    .getByRole("article", { name: title, exact: true })
    .filter({ hasText: identity });

export const showTray = (page: Page) =>
  page.getByRole("region", { name: "Commands" }).getByRole("button", { name: "Show" }).click();

/** Where a command stands on its line of steps, or stood: "Confirmed". */
export const currentStep = (row: Locator): Locator =>
  row.getByRole("list", { name: "How far it got" }).locator('[aria-current="step"]');
