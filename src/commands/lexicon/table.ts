/** A table for terminals, without lines between its rows. */
export async function tableText(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  table.push(...rows.map(row => [...row]));
  return table.toString();
}
