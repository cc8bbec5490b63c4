export function freshReadme(): string;
