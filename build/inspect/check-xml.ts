/** Whether a SCORM manifest is valid against the schemas of its standard, offline: the one place that knows the validator. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { packageRoot } from '../package-root.ts';
import type { Described, Finding } from './finding.ts';

const schemas = {
  scorm12: {
    folder: 'scorm12',
    namespaces: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  scorm2004: {
    folder: 'scorm2004',
    namespaces: {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
      'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
  },
} as const;

/** The mistakes that a validator finds, the first five; what is not SCORM has no schema here and passes. */
export async function checkXml(path: string, text: string, described: Described): Promise<Finding[]> {
  if (described.standard !== 'scorm12' && described.standard !== 'scorm2004') return [];
  const { folder, namespaces } = schemas[described.standard];
  const edition =
    described.edition.includes('4th') || described.standard === 'scorm12' ? folder : 'scorm2004-3rd';
  const at = join(packageRoot, 'dist/tool/schemas', edition);
  const names = (await readdir(at)).filter((name) => /\.(xsd|dtd)$/.test(name));
  const preload = await Promise.all(
    names.map(async (fileName) => ({
      fileName,
      contents: forNewLibxml(await readFile(join(at, fileName), 'utf8')),
    })),
  );
  const wrapper = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${Object.entries(namespaces)
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join('')}</xs:schema>`;
  const { errors } = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: text }],
    schema: [{ fileName: 'wrapper.xsd', contents: wrapper }],
    preload,
  });
  const messages = errors.map(({ message, loc }) => ({ message, line: loc?.lineNumber ?? 0 }));
  const shown = messages.filter(({ message }) => message.trim() !== '' && !/fails to validate/.test(message));
  const findings = shown.slice(0, 5).map(
    ({ message, line }): Finding => ({
      ...{ severity: 'error', kind: 'schema', path },
      message: `line ${line}: ${withoutNamespaces(message)}`,
      hint: `The manifest is not valid ${described.edition}: a strict LMS refuses it.`,
    }),
  );
  if (shown.length <= 5) return findings;
  const more = `${shown.length - 5} more places of the manifest are not valid.`;
  return [
    ...findings,
    { severity: 'error', kind: 'schema', path, message: more, hint: 'Mend the first ones first.' },
  ];
}

function withoutNamespaces(message: string): string {
  return message
    .replace(/\{[^}]*\}/g, '')
    .replace(/^Schemas (validity|parser) error : /, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The schemas are of 2001: newer libxml2 refuses "any element may follow" after one, and a default namespace of xml. */
function forNewLibxml(schema: string): string {
  return schema
    .replace('namespace="##any"', 'namespace="##other"')
    .replace(/\sxmlns="http:\/\/www\.w3\.org\/XML\/1998\/namespace"/, '');
}
