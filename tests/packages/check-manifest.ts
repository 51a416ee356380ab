/** A manifest against the schemas that its package carries. */
import { validateXML } from 'xmllint-wasm';

/** Each namespace that a manifest uses, with its schema. The schemas themselves import less than a manifest may use. */
const namespaces = {
  scorm12: [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.imsglobal.org/xsd/imsmd_rootv1p2p1', 'imsmd_rootv1p2p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
  scorm2004: [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ],
} as const;

/**
 * @param files    of the package: its schemas are taken from there
 * @param manifest the text to check; that of the package when left out
 */
export function checkManifest(
  files: ReadonlyMap<string, Uint8Array>,
  standard: keyof typeof namespaces,
  manifest = textOf(files, 'imsmanifest.xml'),
) {
  const imports = namespaces[standard].map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  return validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
    schema: [
      {
        fileName: 'wrapper.xsd',
        contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
      },
    ],
    preload: [...files.keys()]
      .filter((path) => /\.(xsd|dtd)$/.test(path))
      .map((fileName) => ({ fileName, contents: bent(textOf(files, fileName), standard) })),
  });
}

// Newer libxml2 refuses the "any element may follow" of SCORM 1.2, which no manifest of ours uses.
function bent(schema: string, standard: keyof typeof namespaces): string {
  return standard === 'scorm12' ? schema.replace('namespace="##any"', 'namespace="##other"') : schema;
}

export function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

/** The files that the manifest lists, as they are called in the package. */
export function listedFiles(manifest: string): string[] {
  return [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
}

/** Everything that an LMS knows the course by. */
export function identifiersIn(manifest: string): string[] {
  return [...manifest.matchAll(/ (?:identifier|objectiveID)="([^"]+)"/g)].map(([, id = '']) => id);
}
