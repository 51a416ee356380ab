export function hasPoppler(): boolean;
export function findLibreOffice(): string | undefined;
