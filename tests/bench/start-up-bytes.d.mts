export function measureStartUpBytes(requests: string[]): { group: string; files: number; gzippedBytes: number }[];
