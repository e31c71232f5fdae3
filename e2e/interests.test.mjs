// The Interests room with the keyboard alone: a tie of one's own, matched with a draft, and rows of Open Payments.
import { test } from "node:test";
import assert from "node:assert/strict";
import { ours } from "./bedside.mjs";
import { press, reach, settled, type } from "./keyboard.mjs";
import { looks, picture } from "./records.mjs";

const header =
  "Covered_Recipient_Profile_ID,Covered_Recipient_NPI,Covered_Recipient_First_Name,Covered_Recipient_Last_Name,Recipient_City,Recipient_State,Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name,Total_Amount_of_Payment_USDollars,Number_of_Payments_Included_in_Total_Amount,Nature_of_Payment_or_Transfer_of_Value,Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_1,Program_Year";
const rows = `${header}\n811,1234567893,Adaeze,Lind,Larkfield,MD,Veld Devices LLC,75.50,1,Food and Beverage,Veld Clip,2025\n955,1245319599,Adaeze,Lind,Portmere,WA,Orlan Inc,9,1,Education,,2025\n`;

const here = ours();

test("a tie is kept, and a draft that names its product is matched with it", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/interests");
  await press(page, "link", "Add an interest");
  await settled(page, "A new interest");
  await type(page, "party", "Orlan Laboratories");
  await type(page, "kind", "Speak");
  await type(page, "products", "Orlavix");
  await type(page, "amount", "lots");
  await press(page, "button", "Keep");
  await page.locator("#amount-error").waitFor();
  assert.equal(await page.locator("#products").inputValue(), "Orlavix");
  await type(page, "amount", "2,400");
  await press(page, "button", "Keep");
  await page.getByText("Disclosure: Orlan Laboratories has paid me to speak.").waitFor();
  const id = new URL(page.url()).pathname;

  await page.goto(here.root + "/");
  await page.locator("#text").focus();
  await page.keyboard.type("Orlavix changed my clinic. Ask your doctor for Orlavix today!");
  await page.getByText("You declared a tie", { exact: false }).first().waitFor();
  await looks(here, ["/interests", "/interests/new", id]);
});

test("payments that were reported are found by name, chosen, kept and taken out again", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/interests");
  await press(page, "link", "Import from Open Payments");
  await settled(page, "Payments that were reported");
  await reach(page, page.locator("input[value=npi]"));
  await page.keyboard.press("ArrowDown");
  await type(page, "first", "Adaeze");
  await type(page, "last", "Lind");
  await page.locator("#file").setInputFiles({ name: "general.csv", mimeType: "text/csv", buffer: Buffer.from(rows) }); // the dialog is the system's
  await press(page, "button", "Read the file");
  await page.getByText("2 rows found, 2 read").waitFor();
  const found = new URL(page.url()).pathname;
  await reach(page, page.locator("input[name=recipient]"));
  await page.keyboard.press("Space");
  await looks(here, ["/payments", found]);
  await picture(here, found, "interests");
  await press(page, "button", "Keep these payments");
  await page.getByText("Payments of 1 company are kept.").waitFor();
  await page.getByRole("link", { name: "Veld Devices LLC" }).waitFor();
  await press(page, "button", "Undo");
  await page.getByText("What that import added is out again.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Veld Devices LLC" }).count(), 0);
  assert.deepEqual(page.complaints, []);
});

test("a tie is disclosed in a draft with one key, and that is taken back", async () => {
  const page = await here.enter();
  await page.goto(here.root + "/interests/new");
  await type(page, "party", "Veld Devices");
  await press(page, "button", "Keep");
  await page.getByText("Kept on this computer").waitFor();
  await page.goto(here.root + "/");
  await page.locator("#text").focus();
  await page.keyboard.type("The new valve from Veld Devices is good.");
  await page.getByText("An interest that goes unsaid").waitFor();
  await page.goto(here.root + "/");
  await press(page, page.getByText(/^Money and ties/));
  await press(page, "button", /^Put this line first/);
  await page.waitForFunction(() => document.getElementById("text").value.startsWith("Disclosure: I have a tie to Veld Devices."));
  await press(page, "button", "Undo the change");
  await page.waitForFunction(() => document.getElementById("text").value === "The new valve from Veld Devices is good.");
  await looks(here, ["/"]);
  assert.deepEqual(page.complaints, []);
});
