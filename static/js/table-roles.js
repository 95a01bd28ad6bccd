// Says the roles of tables that are cards on a phone: Safari forgets them when their parts are laid
// out otherwise. In the HTML itself they would be said twice, which the standard does not allow.

const ROLES = {
  "thead, tbody": "rowgroup",
  tr: "row",
  td: "cell",
  "th[scope=col]": "columnheader",
  "th[scope=row]": "rowheader",
};

for (const table of document.querySelectorAll(".cards-on-phone")) {
  table.setAttribute("role", "table");
  for (const [parts, role] of Object.entries(ROLES)) {
    for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role);
  }
}
